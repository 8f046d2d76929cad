namespace SecurityTracker.Domain.Reports;

/// <summary>What is missing or altered in a filled 別紙, each a sentence that says where to look.</summary>
public static class FormFindings
{
    public static FormFinding NotAForm { get; } = new("form-not-found", Number: null, new(
        "別紙の表（項目・確認事項・実施状況）が見つかりませんでした。様式のファイルかどうかを確かめてください。",
        "The form's table was not found. Check that this is the form."));

    public static FormFinding EditionUnknown { get; } = new("edition-unknown", Number: null, new(
        "どの版の別紙か分かりませんでした。各行の文言を様式と見比べてください。",
        "The edition could not be told. Compare the rows with the form."));

    public static FormFinding StatusMissing(int number) => new("status-missing", number, new(
        $"{number}) の実施状況が空欄です。",
        $"The status of {number}) is blank."));

    public static FormFinding StatusUnknown(int number, string text) => new("status-unknown", number, new(
        $"{number}) の実施状況「{text}」は、「実施」「未実施」「該当なし」のいずれでもありません。",
        $"The status of {number}), “{text}”, is none of the three words."));

    public static FormFinding ReasonMissing(int number) => new("reason-missing", number, new(
        $"{number}) の理由が別葉に見つかりません。",
        $"No reason for {number}) was found on the 別葉."));

    public static FormFinding ExplanationMissing(int number, string label) => new("explanation-missing", number, new(
        $"{number}){label} の実施内容又は理由が別葉に見つかりません。実施状況にかかわらず報告が必要です。",
        $"No text for {number}){label} was found on the 別葉. It is wanted whatever the status."));

    public static FormFinding TextAltered(int number) => new("text-differs", number, new(
        $"{number}) の文言が様式と異なります。",
        $"The words of {number}) differ from the form's."));

    public static FormFinding RowMissing(int number) => new("row-missing", number, new(
        $"{number}) の行がありません。",
        $"The row {number}) is missing."));

    public static FormFinding RowNew(int number) => new("row-new", number, new(
        $"{number}) は様式にない行です。",
        $"The row {number}) is not on the form."));

    public static FormFinding FixedTextAltered(string name, string text) => new("fixed-text-differs", Number: null, new(
        $"{name}が様式と異なるか、ありません：{text}",
        $"The form's {name} is altered or missing: {text}"));

    public static FormFinding HeaderMissing(string label) => new("header-missing", Number: null, new(
        $"{label}が読み取れないか、空欄です。",
        $"{label} is blank or could not be read."));

    public static FormFinding RowTwice(int number, IReadOnlyList<string> said)
    {
        var all = string.Concat(said.Select(text => $"「{text}」"));
        return new("row-twice", number, new(
            $"{number}) の行が{said.Count}回あります（実施状況：{all}）。どれが正しいか確かめてください。",
            $"The row {number}) is there {said.Count} times (statuses: {all}). Check which one holds."));
    }

    public static FormFinding StatusColumnAmbiguous { get; } = new("status-column-ambiguous", Number: null, new(
        "「実施状況」の列が２つ以上あり、どれが今回のものか分かりません。実施状況は読み取っていません。",
        "There is more than one column 実施状況, and which one is meant cannot be told. No status was read."));

    public static FormFinding SeveralForms(IReadOnlyList<string> sheets)
    {
        var all = string.Join('、', sheets);
        return new("several-forms", Number: null, new(
            $"このファイルには別紙が{sheets.Count}枚あります（シート：{all}）。どれを使うか選んでください。",
            $"This file holds {sheets.Count} forms (sheets: {all}). Choose which one to use."));
    }
}
