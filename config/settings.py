"""What an operator may set: read once, and everything missing or wrong named at once."""

from collections.abc import Iterator
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import SecretStr, ValidationError, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from config.logs import LogFormat

PREFIX: Final = "KOTSU_"
_LINE: Final = "https://api.line.me"
_LINE_DATA: Final = "https://api-data.line.me"


class BadSettings(Exception):
    """Each argument is one sentence about one setting."""

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.args)


class Settings(BaseSettings):
    """Read from the environment (KOTSU_…) and, below it, from a file .env in the folder where the bot starts."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    database_url: str = "sqlite:///var/kotsu.db"
    public_url: str = "http://127.0.0.1:8000"
    line_channel_secret: SecretStr | None = None
    line_channel_access_token: SecretStr | None = None
    line_api_url: str = _LINE
    line_data_api_url: str | None = None
    slack_signing_secret: SecretStr | None = None
    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    timezone: str = "Asia/Tokyo"
    log_format: LogFormat = "text"

    @property
    def uses_line(self) -> bool:
        """Whether a LINE account is configured."""
        return self.line_channel_secret is not None

    @property
    def line_pictures_url(self) -> str:
        """Where LINE takes pictures: at its own second address, or where the rest goes if that is somewhere else."""
        return self.line_data_api_url or (_LINE_DATA if self.line_api_url == _LINE else self.line_api_url)

    @property
    def uses_slack(self) -> bool:
        """Whether a Slack app is configured."""
        return self.slack_bot_token is not None

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        if not url.startswith(("sqlite:///", "postgresql://", "postgres://", "postgresql+psycopg://")):
            raise _wrong("must begin with sqlite:/// or postgresql://")
        return url

    @field_validator("public_url", "line_api_url", "line_data_api_url", "slack_api_url")
    @classmethod
    def _web_address(cls, url: str | None) -> str | None:
        if url is None:
            return None
        if not url.startswith(("https://", "http://")) or " " in url:
            raise _wrong("must be a web address that begins with https:// (or http:// on this machine)")
        return url.rstrip("/")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise _wrong("must be the name of a time zone, as Asia/Tokyo") from error
        return name

    @field_validator("slack_bot_token")
    @classmethod
    def _bot_token(cls, token: SecretStr | None) -> SecretStr | None:
        return _starting(token, "xoxb-")

    @field_validator("slack_app_token")
    @classmethod
    def _app_token(cls, token: SecretStr | None) -> SecretStr | None:
        return _starting(token, "xapp-")


class _Given(BaseSettings):
    """The same accounts as they stand, unchecked: what goes with what is told even when something else is wrong."""

    model_config = Settings.model_config

    line_channel_secret: str | None = None
    line_channel_access_token: str | None = None
    slack_signing_secret: str | None = None
    slack_bot_token: str | None = None
    slack_app_token: str | None = None

    def lacking(self) -> Iterator[str]:
        """One sentence for each setting that another one needs."""
        if self.line_channel_secret and not self.line_channel_access_token:
            yield "KOTSU_LINE_CHANNEL_ACCESS_TOKEN is missing: LINE needs it beside KOTSU_LINE_CHANNEL_SECRET"
        if self.line_channel_access_token and not self.line_channel_secret:
            yield "KOTSU_LINE_CHANNEL_SECRET is missing: LINE needs it beside KOTSU_LINE_CHANNEL_ACCESS_TOKEN"
        if (self.slack_signing_secret or self.slack_app_token) and not self.slack_bot_token:
            yield "KOTSU_SLACK_BOT_TOKEN is missing: Slack needs it"
        if self.slack_bot_token and not (self.slack_signing_secret or self.slack_app_token):
            yield "KOTSU_SLACK_SIGNING_SECRET (web) or KOTSU_SLACK_APP_TOKEN (Socket Mode) is missing: Slack needs one"


def read() -> Settings:
    """The settings of this process; raises BadSettings that names every missing or bad one."""
    try:
        problems = list(_Given().lacking())
    except (UnicodeDecodeError, OSError) as error:
        raise BadSettings(f"The file .env cannot be read: {error}") from None
    try:
        settings = Settings()
    except ValidationError as error:
        raise BadSettings(*(_sentence(each["loc"], each["msg"]) for each in error.errors()), *problems) from None
    if problems:
        raise BadSettings(*problems)
    return settings


def _sentence(place: tuple[int | str, ...], why: str) -> str:
    return f"{PREFIX}{str(place[0]).upper()} {why.replace('Input should be', 'must be')}"


def _wrong(why: str) -> PydanticCustomError:
    return PydanticCustomError("wrong", "{why}", {"why": why})


def _starting(token: SecretStr | None, start: str) -> SecretStr | None:
    if token is not None and not token.get_secret_value().startswith(start):
        raise _wrong(f"must begin with {start}")
    return token
