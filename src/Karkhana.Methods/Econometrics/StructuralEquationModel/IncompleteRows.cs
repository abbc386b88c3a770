namespace Karkhana.Methods.Econometrics;

/// <summary>What becomes of rows with a missing value.</summary>
public enum IncompleteRows
{
    /// <summary>They are left out.</summary>
    Listwise,

    /// <summary>What they show enters the likelihood.</summary>
    FullInformation,
}
