using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>A comparison on one draw of the true scores.</summary>
internal sealed record DrawnComparison(double Estimate, double Error, double Degrees)
{
    public BalanceTable? Balance { get; init; }

    public double Trimmed { get; init; } = double.NaN;

    public double Effective { get; init; } = double.NaN;

    public double PermutationPValue { get; init; } = double.NaN;
}
