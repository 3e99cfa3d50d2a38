"""The list of staff as a file: read, compared, taken over, taken back, written."""
