namespace SecurityTracker.Domain.Catalogue;

/// <summary>The words of the form's header that every edition prints alike, without the letter spacing that fills their lines.</summary>
public static class FormLabels
{
    /// <summary>The empty date line.</summary>
    public const string Date = "令和年月日";

    /// <summary>The contractor's address.</summary>
    public const string Address = "住所";

    /// <summary>The contractor's name.</summary>
    public const string Name = "名称";

    /// <summary>The name of the contractor's representative.</summary>
    public const string Representative = "代表者氏名";

    /// <summary>The word in the middle of the page, between the preamble and the contract.</summary>
    public const string Centre = "記";

    /// <summary>The date of signing of the contract.</summary>
    public const string SignedOn = "契約締結日";

    /// <summary>The contract's name.</summary>
    public const string ContractName = "契約件名";

    /// <summary>The heading above the notes.</summary>
    public const string NotesHeading = "記載要領";
}
