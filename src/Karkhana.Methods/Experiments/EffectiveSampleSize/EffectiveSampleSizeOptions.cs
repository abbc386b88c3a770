using System.ComponentModel;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on the effective sample size.</summary>
public sealed record EffectiveSampleSizeOptions
{
    /// <summary>Gets how far autocorrelations are summed.</summary>
    /// <value><see cref="LagSequence.InitialPositive"/> unless set.</value>
    [Description("Pairs of autocorrelations that are summed.")]
    public LagSequence Sequence { get; init; }
}
