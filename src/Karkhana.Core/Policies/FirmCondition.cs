namespace Karkhana.Core.Policies;

/// <summary>Who may take part in a policy: <c>size &lt; 50 &amp;&amp; AC &lt; median</c>.</summary>
/// <param name="Text">The condition as it was written; empty for everyone.</param>
public sealed record FirmCondition(string Text)
{
    /// <summary>Gets the condition that every firm meets.</summary>
    public static FirmCondition Everyone { get; } = new(string.Empty);
}
