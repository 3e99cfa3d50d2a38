"""The commands of `kotsu`, one group a file."""
