/** What Vite makes of a style sheet: a module of class names, or nothing but its effect. */
declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module "*.css" {}
