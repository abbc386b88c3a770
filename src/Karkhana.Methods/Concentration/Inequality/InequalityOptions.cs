using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on the indices of inequality.</summary>
public sealed record InequalityOptions
{
    /// <summary>Gets the inequality aversion of the Atkinson index.</summary>
    /// <value>From 0 to 20; 0.5 unless set.</value>
    [Description("Inequality aversion of the Atkinson index.")]
    public double Epsilon { get; init => field = Require.Between(value, 0, 20); } = 0.5;

    /// <summary>Gets the divisor of the standard deviation in the coefficient of variation.</summary>
    /// <value>NMinusOne unless set.</value>
    [Description("Divisor of the standard deviation in the coefficient of variation.")]
    public VarianceDivisor SdDenominator { get; init; } = VarianceDivisor.NMinusOne;
}
