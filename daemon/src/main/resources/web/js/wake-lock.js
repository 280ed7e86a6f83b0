// Keeps the screen on while the page is seen, where the browser can.

export function stayAwake() {
  const ask = () => {
    if (document.visibilityState === 'visible') {
      navigator.wakeLock?.request('screen').then(() => document.documentElement.classList.add('awake'))
        .catch((error) => console.warn(error.message));
    }
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
