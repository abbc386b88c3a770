using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on Rosenbaum's bounds.</summary>
public sealed record RosenbaumBoundsOptions
{
    private const double Most = 1000;

    /// <summary>Gets the odds ratios by which two matched units may differ in their chance of treatment.</summary>
    /// <value>1, 1.25, … 3 unless set; each from 1 to 1000.</value>
    [Description("Odds ratios by which two matched units may differ in their chance of treatment.")]
    public IReadOnlyList<double> Gamma { get; init => field = Checked(value); } = [1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3];

    /// <summary>Gets which differences speak against the null.</summary>
    /// <value><see cref="Alternative.Greater"/> unless set; two-sided doubles the smaller tail.</value>
    [Description("Which differences speak against the null.")]
    public Alternative Alternative { get; init; } = Alternative.Greater;

    /// <summary>Gets how the null distribution is computed.</summary>
    /// <value><see cref="SignedRankDistribution.Automatic"/> unless set.</value>
    [Description("Null distribution of the signed-rank sum.")]
    public SignedRankDistribution Distribution { get; init; }

    /// <summary>Gets the level of the critical odds ratio.</summary>
    /// <value>From 0.0001 to 0.5; 0.05 unless set.</value>
    [Description("Level at which the critical odds ratio is read.")]
    public double Alpha { get; init => field = Require.Between(value, 1e-4, 0.5); } = 0.05;

    private static IReadOnlyList<double> Checked(IReadOnlyList<double> gamma)
    {
        Require.Finite(gamma, nameof(Gamma));
        foreach (double value in gamma)
        {
            Require.Between(value, 1, Most, nameof(Gamma));
        }

        return gamma;
    }
}
