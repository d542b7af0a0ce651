// For how long a copy has been nowhere but on this device. It knows no page.
(() => {
  const T = Twohats;

  /** For how many days what a copy says has been on this device alone; none when it was downloaded since it changed. */
  T.daysAlone = ({ created, changed, downloaded }) => {
    if (Date.parse(downloaded) >= Date.parse(changed)) return 0;
    return Math.max(0, Math.floor((Date.now() - Date.parse(downloaded || created)) / 864e5)) || 0;
  };

  /** Whether a reader is to be told, which is after a fortnight: once, and once more after each download. */
  T.isLongAlone = copy => T.daysAlone(copy) >= 14 && !(Date.parse(copy.reminded) > Date.parse(copy.downloaded || copy.created));
})();
