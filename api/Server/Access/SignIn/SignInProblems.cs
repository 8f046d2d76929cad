using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>Why signing in, and what needs it, is refused. None of them tells whether an account exists.</summary>
public static class SignInProblems
{
    /// <summary>Nobody is signed in, or no longer.</summary>
    public static readonly Problem SignInRequired = new(401, "sign-in-required", new(
        "サインインしてください。時間が経過したためにサインアウトした場合も、もう一度サインインすれば続けられます。",
        "Sign in. If time has run out, sign in again to continue."));

    /// <summary>The session waits for its second factor.</summary>
    public static readonly Problem SecondFactorRequired = new(401, "second-factor-required", new(
        "サインインを完了するため、確認コードの入力、又はパスキーによる確認を行ってください。",
        "Complete the sign-in with a code or a passkey."));

    /// <summary>The person must have a second factor, and has none yet.</summary>
    public static readonly Problem EnrolSecondFactor = new(403, "enrol-second-factor", new(
        "この役割には二要素認証が必要です。パスキー又は認証アプリを登録してから続けてください。",
        "This role needs a second factor. Set up a passkey or an authenticator app first."));

    /// <summary>The act wants the person to have proved lately to be the one.</summary>
    public static readonly Problem ReauthenticationRequired = new(403, "re-authentication-required", new(
        "重要な操作のため、ご本人の確認が必要です。もう一度確認を行ってから続けてください。",
        "Confirm that it is you, then repeat this."));

    /// <summary>A token that lacks a scope.</summary>
    public static readonly Problem ScopeMissing = new(403, "scope-missing", new(
        "このトークンには、この操作に必要な範囲（read・write・acts）がありません。必要な範囲を選んで、トークンを発行し直してください。",
        "This token lacks the scope (read, write or acts) for this. Make one that has it."));

    /// <summary>A token where a person has to be signed in.</summary>
    public static readonly Problem SessionRequired = new(403, "session-required", new(
        "この操作はトークンでは行えません。画面でサインインして行ってください。",
        "Tokens cannot do this. Sign in and do it on the screen."));

    /// <summary>A token that is unknown, has expired or was revoked.</summary>
    public static readonly Problem TokenNotValid = new(401, "token-not-valid", new(
        "トークンが正しくないか、有効期限が過ぎているか、取り消されています。新しいトークンを発行してください。",
        "The token is wrong, has expired or was revoked. Make a new one."));
}
