/* Opened from a folder, without a server, pages may start no worker: the search then runs in a hidden frame. */
if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "Search";
      frame.worker = this;
      frame.srcdoc = `<script>
        window.postMessage = data => frameElement.worker.dispatchEvent(new MessageEvent("message", { data }));
      <\/script><script src="${address}"><\/script>`;
      this.ready = new Promise(done => frame.addEventListener("load", () => done(frame.contentWindow), { once: true }));
      document.body.append(frame);
    }
    postMessage(data) {
      this.ready.then(inner => inner.dispatchEvent(new MessageEvent("message", { data })));
    }
  };
  window.Worker = window.IFrameWorker;
}
