using System.Text.Json.Serialization;

namespace SecurityTracker.Domain.AuthorityActs;

/// <summary>An act of the ministry's officer that decides. Which word is printed for it is the edition's matter (<see cref="Procedure.Wording"/>).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActKind>))]
public enum ActKind
{
    /// <summary>了承 (ED-A 了解).</summary>
    ACKNOWLEDGE,

    /// <summary>同意.</summary>
    CONSENT,

    /// <summary>許可.</summary>
    PERMIT,

    /// <summary>承認.</summary>
    APPROVE,

    /// <summary>利用承認.</summary>
    USE_APPROVE,

    /// <summary>確認.</summary>
    CONFIRM,
}

/// <summary>A communication between the two sides that decides nothing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommunicationKind>))]
public enum CommunicationKind
{
    /// <summary>提示.</summary>
    PRESENT,

    /// <summary>再提示.</summary>
    RE_PRESENT,

    /// <summary>届出.</summary>
    NOTIFY,

    /// <summary>提出.</summary>
    SUBMIT,

    /// <summary>報告.</summary>
    REPORT,

    /// <summary>情報提供.</summary>
    INFORM,

    /// <summary>証明.</summary>
    PROVE,

    /// <summary>協議.</summary>
    CONSULT,

    /// <summary>相談.</summary>
    SEEK_ADVICE,

    /// <summary>指示.</summary>
    INSTRUCT,

    /// <summary>指定.</summary>
    DESIGNATE,

    /// <summary>担当職員が示す (16)⑥).</summary>
    SHOW,
}

/// <summary>What an act or a communication is about; the same in every edition, whatever its number there.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProcedureSubject>))]
public enum ProcedureSubject
{
    CONFIRMATION_DOCUMENT,
    CONFIRMATION_DOCUMENT_CHANGE,
    REPORT,
    REPORT_CONTENT,
    CONVENTION,
    STAFF,
    STAFF_CHANGE,
    BRING_IN,
    COPY_INSIDE,
    DEVICE_ERASURE,
    COPY_OUTSIDE,
    COPY_ERASURE,
    RETURN_OR_ERASURE,
    DISCLOSURE,
    INCIDENT_PROCEDURE,
    INCIDENT,
    CLOUD_USE,
    QUALITY_ASSURANCE,
    INVESTIGATION,
    SECURITY_CHANGE,
    VULNERABILITY_INFORMATION,
    VULNERABILITY_PLAN,
    CLOSURE_DATE,
    PRIVACY_POLICY,
    IPA_CHECKLIST,
    EXTRA_ROWS,
    HANDLER_LIST,
    HANDLER_LIST_CHANGE,
    HANDLER_DISCLOSURE,
    PROTECTION_END,

    /// <summary>What no clause names; communications only.</summary>
    OTHER,
}

/// <summary>Which way a communication goes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Direction>))]
public enum Direction
{
    FROM_CONTRACTOR,
    FROM_OFFICER,

    /// <summary>A conversation, which either side may write down.</summary>
    BOTH,
}

/// <summary>Where the words of a procedure stand.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProcedureSource>))]
public enum ProcedureSource
{
    /// <summary>情報セキュリティに関する事項.</summary>
    ANNEX,

    /// <summary>記載要領 of the 別紙.</summary>
    FORM_NOTE,

    /// <summary>The tender's own text outside the annex, where the contract has such a clause.</summary>
    TENDER,
}

/// <summary>Whose word is wanted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Approver>))]
public enum Approver
{
    /// <summary>担当職員.</summary>
    SUPERVISING_OFFICER,

    /// <summary>担当課室.</summary>
    RESPONSIBLE_SECTION,
}

/// <summary>How something reached the other side.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    /// <summary>In this program.</summary>
    SYSTEM,
    MAIL,
    TELEPHONE,
    PAPER,
    MEETING,

    /// <summary>Not yet: it is written down here, the other side has nobody here, and nobody has sent or said it so far.</summary>
    UNSENT,
}
