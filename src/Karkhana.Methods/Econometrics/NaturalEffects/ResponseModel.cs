namespace Karkhana.Methods.Econometrics;

/// <summary>How a column depends on those before it.</summary>
public enum ResponseModel
{
    /// <summary>A line with normal errors.</summary>
    Linear,

    /// <summary>A logit; the column is 0 or 1.</summary>
    Logit,
}
