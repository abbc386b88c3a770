namespace Karkhana.Verification;

/// <summary>How a check ended.</summary>
public enum CheckOutcome
{
    /// <summary>All expected outputs agree.</summary>
    Passed,

    /// <summary>An output differs, is missing, or the measure failed.</summary>
    Failed,

    /// <summary>The measure is not known and skipping was asked for.</summary>
    Skipped,
}
