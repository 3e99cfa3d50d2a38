"""A local LINE and a local Slack to develop, test and demonstrate against, speaking only HTTP as the real ones do."""
