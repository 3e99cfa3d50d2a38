"""The operator's side, by real processes of `kotsu`."""
