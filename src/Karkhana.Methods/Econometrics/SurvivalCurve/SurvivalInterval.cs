namespace Karkhana.Methods.Econometrics;

/// <summary>On which scale the limits of a survival curve are symmetric.</summary>
public enum SurvivalInterval
{
    /// <summary>Of log S.</summary>
    Log,

    /// <summary>Of log(−log S): the limits stay within 0 and 1.</summary>
    LogLog,

    /// <summary>Of S itself, cut at 0 and 1.</summary>
    Plain,
}
