/** What a postback's `inputOption` does to the foot of the LINE chat: the keyboard, or the rich menu, opens or closes. */

const MENU = "line-rich-menu";

/** Does what the action asks for; "openVoice" has nothing to open here. */
export function obey({ inputOption, fillInText }) {
  if (inputOption === "openRichMenu") showMenu(true);
  if (inputOption === "closeRichMenu") showMenu(false);
  if (inputOption === "openKeyboard") openKeyboard(fillInText);
}

/** Calls back with true or false when the rich menu is to open or to close. */
export const onMenu = (deed) => document.addEventListener(MENU, ({ detail }) => deed(detail));

const showMenu = (open) => document.dispatchEvent(new CustomEvent(MENU, { detail: open }));

/** The keyboard takes the menu's place; a press hands the focus back to its button first, so wait for it. */
function openKeyboard(text) {
  showMenu(false);
  setTimeout(() => {
    const field = document.querySelector(".line-input");
    if (!field) return;
    if (text && !field.value) field.value = text;
    field.focus();
  });
}
