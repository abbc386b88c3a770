using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the test of independence.</summary>
public sealed record IndependenceTestOptions
{
    /// <summary>Gets the method.</summary>
    /// <value><see cref="IndependenceMethod.ChiSquare"/> unless set.</value>
    [Description("Chi-square, chi-square with Yates's correction (2 x 2), or Fisher's exact test (2 x 2).")]
    public IndependenceMethod Method { get; init; }
}
