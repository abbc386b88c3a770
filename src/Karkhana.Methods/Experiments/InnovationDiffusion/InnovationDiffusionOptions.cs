using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on a diffusion curve.</summary>
public sealed record InnovationDiffusionOptions
{
    /// <summary>Gets the curve.</summary>
    /// <value><see cref="DiffusionCurve.Bass"/> unless set.</value>
    [Description("Curve.")]
    public DiffusionCurve Curve { get; init; }

    /// <summary>Gets the parameters.</summary>
    /// <value>p, q and m of Bass; m, a and b of the others.</value>
    [Description("p, q, m (bass, bass-discrete) or m, a, b (logistic, gompertz).")]
    public required DiffusionParameters Parameters { get; init; }

    /// <summary>Gets the times.</summary>
    /// <value>At least one, in any order; not below 0 for Bass, whole numbers for Bass in steps.</value>
    [Description("Times; from 0 for bass, whole numbers for bass-discrete.")]
    public required IReadOnlyList<double> Time { get; init => field = Require.Finite(value); }
}
