namespace Karkhana.Methods.Econometrics;

/// <summary>How the independence of two classifications is tested.</summary>
public enum IndependenceMethod
{
    /// <summary>Pearson's chi-square.</summary>
    ChiSquare,

    /// <summary>Pearson's chi-square with Yates's correction; two rows and two columns.</summary>
    ChiSquareYates,

    /// <summary>Fisher's exact test given the margins; two rows and two columns.</summary>
    Fisher,
}
