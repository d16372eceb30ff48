/**
 * Preact without what the scripts that run in pages have no use for: every page pays for these bytes. What is cut out are
 * whole features, each in the words of the one release that package-lock.json names; where Preact has changed, the build
 * stops and says so. Tests run with the whole of Preact, browser tests with what is shipped.
 */
import type { Plugin } from "vite";

const PREACT = /\/preact\/dist\/preact\.(?:mjs|module\.js)$/;
const HOOKS = /\/preact\/hooks\//;

/** Text of Preact, and what stands in its place. */
const CUTS: Readonly<Record<string, readonly (readonly [text: string, instead: string])[]>> = {
  "life cycles that only old components have, and state that is derived from props": [
    ["M&&null!=F.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=m({},p.__s)),m(p.__s,F.getDerivedStateFromProps(x,p.__s))),", ""],
    ["M&&null==F.getDerivedStateFromProps&&null!=p.componentWillMount&&p.componentWillMount(),", ""],
    ["M&&null==F.getDerivedStateFromProps&&x!==y&&null!=p.componentWillReceiveProps&&p.componentWillReceiveProps(x,P),", ""],
    ["null!=p.componentWillUpdate&&p.componentWillUpdate(x,p.__s,P),", ""],
    ["M&&!v&&null!=p.getSnapshotBeforeUpdate&&(_=p.getSnapshotBeforeUpdate(y,d)),", ""],
    ["!p.__e&&null!=p.shouldComponentUpdate&&!1===p.shouldComponentUpdate(x,p.__s,P)", "!1"],
  ],
  "contexts": [
    ["I=(s=F.contextType)&&i[s.__c],P=s?I?I.props.value:s.__:i,", "P=i,"],
    ["I&&I.sub(p),", ""],
    ["null!=p.getChildContext&&(i=m(m({},i),p.getChildContext())),", ""],
  ],
  "components that catch the errors of others": [
    [
      "l={__e:function(n,l,u,t){for(var i,r,o;l=l.__;)if((i=l.__c)&&!i.__)try{if((r=i.constructor)&&null!=r.getDerivedStateFromError&&(i.setState(r.getDerivedStateFromError(n)),o=i.__d),null!=i.componentDidCatch&&(i.componentDidCatch(n,t||{}),o=i.__d),o)return i.__E=i}catch(l){n=l}throw n}}",
      "l={__e:function(n){throw n}}",
    ],
  ],
  "markup, which nothing of ours may write": [
    ['"dangerouslySetInnerHTML"==s?p=y:', ""],
    ['"dangerouslySetInnerHTML"==s?h=y:', ""],
    ['if(h)c||p&&(h.__html==p.__html||h.__html==u.innerHTML)||(u.innerHTML=h.__html),t.__k=[];else if(p&&(u.innerHTML=""),L(', "if(L("],
  ],
  "taking over what a server has drawn, and components that are still to come": [
    ["128&t.__u&&(c=!!(32&t.__u),o=[f=u.__e=t.__e]),", ""],
    ["if(n.then){for(u.__u|=c?160:128;f&&8==f.nodeType&&f.nextSibling;)f=f.nextSibling;null!=o&&(o[o.indexOf(f)]=null),u.__e=f}else if(null!=o)", "if(null!=o)"],
    ["n.then||B(u),", "B(u),"],
    ["128&u.__u?void 0:f", "f"],
    ["c&&(l.__m&&l.__m(t,e),c=!1),", ""],
  ],
  "style as an object, MathML, and names of SVG that React has": [
    [
      'if("style"==l)if("string"==typeof u)n.style.cssText=u;else{if("string"==typeof t&&(n.style.cssText=t=""),t)for(l in t)u&&l in u||z(n.style,l,"");if(u)for(l in u)t&&u[l]==t[l]||z(n.style,l,u[l])}else if(',
      "if(",
    ],
    ['"math"==x?o="http://www.w3.org/1998/Math/MathML":', ""],
    ['"foreignObject"==x?"http://www.w3.org/1999/xhtml":o', "o"],
    ['l=l.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");', ";"],
  ],
  "what hooks and developer tools listen to": [
    ["null==o&&null!=l.vnode&&l.vnode(e),", ""],
    ["l.vnode&&l.vnode(o),", ""],
    ["(s=l.__b)&&s(u);", ""],
    ["A=l.__r,", ""],
    ["p.__d=!1,A&&A(u),s=p.render(p.props,p.state,p.context),w.push", "p.__d=!1,s=p.render(p.props,p.state,p.context),w.push"],
    ["p.__d=!1,A&&A(u),s=p.render(p.props,p.state,p.context),p.state", "p.__d=!1,s=p.render(p.props,p.state,p.context),p.state"],
    ["return(s=l.diffed)&&s(u),", "return "],
    ["l.__c&&l.__c(u,n),", ""],
    ["l.unmount&&l.unmount(n),", ""],
    ["l.__&&l.__(u,t),", ""],
  ],
};

/**
 * @param code of Preact, as its package has it
 * @throws Error where a piece that is to be cut out is not there exactly once
 */
export function leanPreact(code: string): string {
  for (const [feature, cuts] of Object.entries(CUTS)) {
    for (const [text, instead] of cuts) {
      const pieces = code.split(text);
      if (pieces.length !== 2) throw new Error(`Preact has changed: scripts/lib/lean-preact.ts does not find “${text.slice(0, 60)}” (${feature}) once in it. Look for it anew, or leave it in.`);
      code = pieces.join(instead);
    }
  }
  return code;
}

/** For the scripts that run in pages, which WXT builds as libraries; pages of our own have the whole of Preact. */
export function leanPreactInPages(): Plugin {
  let inPages = false;
  return {
    name: "backstory:lean-preact",
    configResolved(config) {
      inPages = Boolean(config.build.lib);
    },
    transform(code, id) {
      if (!inPages) return undefined;
      if (HOOKS.test(id)) throw new Error("Scripts that run in pages have no hooks: scripts/lib/lean-preact.ts leaves out what they listen to.");
      return PREACT.test(id) ? leanPreact(code) : undefined;
    },
  };
}
