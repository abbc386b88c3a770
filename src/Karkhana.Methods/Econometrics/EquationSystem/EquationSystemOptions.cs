using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a system of equations.</summary>
public sealed record EquationSystemOptions
{
    /// <summary>Gets the equations.</summary>
    /// <value>Required; at least one.</value>
    [Description("Equations: name, outcome, terms; each has a constant.")]
    public required IReadOnlyList<SystemEquation> Equations { get; init; }

    /// <summary>Gets the exogenous variables of the system.</summary>
    /// <value>Empty unless set; needed by two and three stages.</value>
    [Description("Exogenous variables of the system, for two and three stages.")]
    public IReadOnlyList<string> Instruments { get; init; } = [];

    /// <summary>Gets the estimator.</summary>
    /// <value><see cref="SystemMethod.Ordinary"/> unless set.</value>
    [Description("Estimator.")]
    public SystemMethod Method { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
