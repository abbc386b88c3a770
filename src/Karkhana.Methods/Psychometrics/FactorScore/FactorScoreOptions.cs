using System.ComponentModel;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on factor scores.</summary>
public sealed record FactorScoreOptions
{
    /// <summary>Gets how the scores are made.</summary>
    /// <value>Regression unless set.</value>
    [Description("Score: Thomson's regression or Bartlett's.")]
    public FactorScoreMethod Method { get; init; } = FactorScoreMethod.Regression;
}
