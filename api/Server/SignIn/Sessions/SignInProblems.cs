namespace SecurityTracker.Server.SignIn;

/// <summary>Why signing in, and what needs it, is refused. None of them tells whether an account exists.</summary>
internal static class SignInProblems
{
    /// <summary>The session waits for its second factor.</summary>
    public static readonly Problem SecondFactorRequired = new(401, "second-factor-required", new(
        "サインインを完了するため、確認コードの入力、又はパスキーによる確認を行ってください。",
        "Complete the sign-in with a code or a passkey."));

    /// <summary>The person must have a second factor, and has none yet.</summary>
    public static readonly Problem EnrolSecondFactor = new(403, "enrol-second-factor", new(
        "この役割には二要素認証が必要です。パスキー又は認証アプリを登録してから続けてください。",
        "This role needs a second factor. Set up a passkey or an authenticator app first."));

    /// <summary>A role that was given since, and wants a second factor that this session has not seen.</summary>
    public static readonly Problem SecondFactorForRole = new(403, "second-factor-for-role", new(
        "この役割には二要素認証が必要です。いったんサインアウトし、パスキー又は認証アプリを使ってサインインし直してください。",
        "This role needs a second factor. Sign out, and sign in again with a passkey or an authenticator app."));

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

    /// <summary>Whatever was wrong about a sign-in: address, password, or that the account is locked.</summary>
    public static readonly Problem SignInFailed = new(401, "sign-in-failed", new(
        "サインインできませんでした。メールアドレスとパスワードを確かめてください。続けて10回失敗すると、15分間サインインできません。",
        "Sign-in failed. Check address and password. After ten failures in a row you cannot sign in for 15 minutes."));

    /// <summary>A code that is wrong, or was used before.</summary>
    public static readonly Problem CodeWrong = new(401, "code-wrong", new(
        "確認コードが正しくないか、一度使われています。認証アプリに次のコードが表示されてから入力してください。",
        "The code is wrong or was used before. Wait for the next one."));

    /// <summary>A passkey that is not taken here.</summary>
    public static readonly Problem PasskeyFailed = new(401, "passkey-failed", new(
        "パスキーを確認できませんでした。もう一度操作するか、ほかの方法でサインインしてください。",
        "The passkey could not be checked. Try again, or sign in another way."));

    /// <summary>A passkey that cannot be registered.</summary>
    public static readonly Problem PasskeyNotAccepted = new(422, "passkey-not-accepted", new(
        "パスキーを登録できませんでした。もう一度操作してください。登録済みのパスキーは、重ねて登録できません。",
        "The passkey could not be registered. Try again; one that is registered cannot be registered twice."));

    /// <summary>A code, with no secret that it could be of.</summary>
    public static readonly Problem TotpNotBegun = new(409, "totp-not-begun", new(
        "認証アプリの登録を始めてから、表示されたコードを入力してください。",
        "Begin to set up the authenticator app, then enter its code."));

    /// <summary>A link that was used, has expired, was withdrawn, or never was one.</summary>
    public static readonly Problem LinkNotValid = Problems.From(AccountRefusals.LinkNotValid);

    /// <summary>A set-up code that is not the console's.</summary>
    public static readonly Problem SetUpCodeWrong = new(403, "set-up-code-wrong", new(
        "設定コードが正しくありません。サーバーを起動した画面に表示されたコードを入力してください。",
        "The set-up code is wrong. Enter the code that the server's console shows."));

    /// <summary>The installation has accounts already.</summary>
    public static readonly Problem SetUpDone = Problems.From(AccountRefusals.SetUpDone);

    /// <summary>Scopes that are none.</summary>
    public static readonly Problem ScopesMissing = new(422, "scopes-missing", new(
        "トークンの範囲を read・write・acts から一つ以上選んでください。", "Choose one or more of the scopes read, write and acts."));

    /// <summary>An expiry that is past, or beyond a year.</summary>
    public static readonly Problem ExpiryOutOfRange = new(422, "expiry-out-of-range", new(
        "有効期限は、今日から1年以内の日付にしてください。", "Choose an expiry from today to one year from now."));
}
