"""Files on their way up: a URL is asked for, filled, and completed into a message."""

from dataclasses import dataclass, field

from sandbox import mint
from sandbox.wire import Json


@dataclass(slots=True)
class Upload:
    id: str
    name: str
    length: int
    content: bytes | None = None
    title: str = ""

    def as_json(self, origin: str) -> Json:
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title or self.name,
            "size": self.length,
            "url_private": f"{origin}/slack/files/{self.id}",
        }


@dataclass(slots=True)
class Files:
    uploads: dict[str, Upload] = field(default_factory=dict)

    def expect(self, name: str, length: int) -> Upload:
        upload = Upload(mint.slack_id("F"), name, length)
        self.uploads[upload.id] = upload
        return upload
