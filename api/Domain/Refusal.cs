namespace SecurityTracker.Domain;

/// <summary>How a refusal is answered over HTTP; the server alone turns it into a number.</summary>
public enum RefusalKind
{
    /// <summary>The input cannot be taken as it is (422).</summary>
    INVALID,

    /// <summary>The input contradicts what is already recorded (409).</summary>
    CONFLICT,

    /// <summary>What is asked for does not exist for this actor (404).</summary>
    NOT_FOUND,
}

/// <summary>A sentence a person can act on, in both languages of the product.</summary>
public sealed record Message(string Ja, string En);

/// <summary>
/// A refusal is a value: a stable kebab-case code, a sentence that says what to do next, and, where one field is at fault,
/// its JSON pointer in the request body.
/// </summary>
public sealed record Refusal(string Code, RefusalKind Kind, Message Message, string? Pointer = null)
{
    /// <summary>The same refusal, said of one field (an RFC 6901 pointer such as <c>/reason</c>).</summary>
    public Refusal At(string pointer) => this with { Pointer = pointer };
}
