namespace Karkhana.Methods.Econometrics;

/// <summary>How often the moments are weighted.</summary>
public enum GmmSteps
{
    /// <summary>Once, by the weights that are right for independent errors of equal variance.</summary>
    One,

    /// <summary>Again, by the residuals of the first step.</summary>
    Two,
}
