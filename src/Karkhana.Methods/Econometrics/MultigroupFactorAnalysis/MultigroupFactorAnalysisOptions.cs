using System.ComponentModel;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the factor analysis of several groups.</summary>
public sealed record MultigroupFactorAnalysisOptions
{
    /// <summary>Gets the indicators of each factor.</summary>
    /// <value>Required; every variable belongs to one factor, every factor has at least two.</value>
    [Description("Indicators of each factor: factor name -> list of variables.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Measurement { get; init; }

    /// <summary>Gets what is held equal over groups.</summary>
    /// <value>Configural unless set.</value>
    [Description("Held equal over groups: configural nothing, metric loadings, scalar intercepts too, strict residual variances too.")]
    public InvarianceLevel Level { get; init; }
}
