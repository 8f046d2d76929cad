using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access;

/// <summary>What can be done depends on the role first.</summary>
internal static class CanOfActor
{
    extension(Can)
    {
        /// <summary>It can be done by a role that may, unless a refusal stands in the way.</summary>
        public static Can If(Permission permission, Actor actor, Refusal? refusal = null) =>
            !permission.Allows(actor) ? new(Problems.NotPermitted.Code, Problems.NotPermitted.Message) : refusal is null ? Can.Yes : new(refusal.Code, refusal.Message);
    }
}
