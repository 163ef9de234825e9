// English: signing in, registering, one's own account.
export const account = {
  'signIn.title': 'Sign in',
  'signIn.identifier': 'E-mail or phone number',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.noAccount': 'No account yet? Register',
  'register.title': 'Register',
  'register.name': 'Full name',
  'register.passwordHint': 'Password (at least 10 characters)',
  'register.submit': 'Register',
  'register.haveAccount': 'Already registered? Sign in',
};
