// Keeping: what stays on this device. Where storage is refused, it stays while the page is open.

const DEFAULT_CHOICES = { voice: true, beeps: true, waits: false, rate: 1 };

/** Return the shelf of a plan: the choices, the session under way, the answers not yet taken. */
function openShelf(planId, storage) {
  const key = `spinecare:${planId}`;
  const kept = { choices: {}, underWay: null, records: [], ...readKept(storage, key) };
  kept.choices = { ...DEFAULT_CHOICES, ...kept.choices };
  return {
    kept,
    lasts: canKeep(storage, key),
    keep(changes) {
      Object.assign(kept, changes);
      try {
        storage.setItem(key, JSON.stringify(kept));
      } catch {
        this.lasts = false; // refused, or full: the session goes on without it
      }
    },
  };
}

/** Return the browser's storage, or nothing where it is refused. */
function deviceStorage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function readKept(storage, key) {
  try {
    const kept = JSON.parse(storage.getItem(key)) ?? {};
    return Array.isArray(kept.records) ? kept : {};
  } catch {
    return {};
  }
}

function canKeep(storage, key) {
  try {
    storage.setItem(`${key}:try`, "1");
    storage.removeItem(`${key}:try`);
    return true;
  } catch {
    return false;
  }
}
