using Npgsql;

namespace SecurityTracker.Server.Erasure;

/// <summary>A noun that keeps something of whoever has a mail address, and not under the address itself nor under the person's id.</summary>
internal interface IEraser
{
    /// <summary>The statement that erases it.</summary>
    NpgsqlBatchCommand Erasing(string mail);
}
