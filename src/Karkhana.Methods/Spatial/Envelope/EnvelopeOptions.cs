using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on an envelope.</summary>
public record EnvelopeOptions
{
    /// <summary>Gets the risk.</summary>
    /// <value>From 0.0001 to 0.5; 0.05 unless set.</value>
    [Description("Risk.")]
    public double Alpha { get; init => field = Require.Between(value, 0.0001, 0.5); } = 0.05;

    /// <summary>Gets how the band is drawn.</summary>
    /// <value>Pointwise unless set.</value>
    [Description("pointwise: at each distance alone; global-iterative: for the whole curve.")]
    public EnvelopeType Type { get; init; }
}
