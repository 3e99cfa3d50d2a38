"""Files on their way up: a URL is asked for, filled, and completed into a message."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sandbox import mint
from sandbox.wire import Json

LOOKED_OVER: Final = timedelta(seconds=1)  # Slack knows a new file only after a moment: python-slack-sdk#1521


@dataclass(slots=True)
class Upload:
    id: str
    name: str
    length: int
    content: bytes | None = None
    title: str = ""
    kind: str = "application/octet-stream"
    completed_at: datetime | None = None

    def as_json(self, origin: str) -> Json:
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": self.kind,
            "filetype": self.name.rpartition(".")[2].lower(),
            "mode": "hosted",
            "size": self.length,
            "url_private": f"{origin}/slack/files-pri/{self.id}",
        }


@dataclass(slots=True)
class Files:
    uploads: dict[str, Upload] = field(default_factory=dict)

    def share(self, name: str, content: bytes, kind: str) -> Upload:
        """A person's file: whole from the beginning."""
        upload = Upload(mint.slack_id("F"), name, len(content), content, kind=kind)
        self.uploads[upload.id] = upload
        return upload

    def content(self, file: str) -> bytes | None:
        """What was uploaded."""
        upload = self.uploads.get(file)
        return upload.content if upload else None

    def shows(self, file: object, at: datetime) -> bool:
        """Whether a message may show the file by now."""
        upload = self.uploads.get(str(file))
        return upload is not None and upload.completed_at is not None and upload.completed_at + LOOKED_OVER <= at

    def expect(self, name: str, length: int) -> Upload:
        upload = Upload(mint.slack_id("F"), name, length)
        self.uploads[upload.id] = upload
        return upload
