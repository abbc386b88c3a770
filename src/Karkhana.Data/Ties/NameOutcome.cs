namespace Karkhana.Data.Ties;

/// <summary>What came of looking for a name.</summary>
public enum NameOutcome
{
    /// <summary>One candidate is close enough and clearly ahead of the next.</summary>
    Matched,

    /// <summary>Someone has to decide.</summary>
    Doubtful,

    /// <summary>No candidate is near.</summary>
    NotFound,
}
