namespace SecurityTracker.ServerTests;

/// <summary>What somebody sends: a verb, an address, and what goes along. <c>Post(address, body)</c> and its like make one.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Address">Beginning with <c>/api</c>.</param>
/// <param name="Body">A record of the program or an object, sent as the program's JSON; a string is sent as it is, for what is no JSON.</param>
/// <param name="Key">The Idempotency-Key.</param>
public sealed record Call(HttpMethod Method, string Address, object? Body = null, string? Key = null)
{
    /// <summary>Asks.</summary>
    public static Call Get(string address) => new(HttpMethod.Get, address);

    /// <summary>Makes something new, or acts on what is there.</summary>
    public static Call Post(string address, object? body = null) => new(HttpMethod.Post, address, body ?? new { });

    /// <summary>Sets something.</summary>
    public static Call Put(string address, object? body = null) => new(HttpMethod.Put, address, body ?? new { });

    /// <summary>Takes something away.</summary>
    public static Call Delete(string address) => new(HttpMethod.Delete, address);

    /// <summary>The same under a key, which is carried out once.</summary>
    public Call Under(string key) => this with { Key = key };
}
