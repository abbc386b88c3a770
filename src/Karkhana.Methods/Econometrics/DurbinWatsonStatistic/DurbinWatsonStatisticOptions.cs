using System.ComponentModel;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the Durbin-Watson statistic.</summary>
public sealed record DurbinWatsonStatisticOptions : RegressionModelOptions
{
    /// <summary>Gets which autocorrelation the p-value is about.</summary>
    /// <value><see cref="Alternative.Greater"/>, positive autocorrelation, unless set.</value>
    [Description("Autocorrelation that the p-value is about: greater means positive.")]
    public Alternative Alternative { get; init; } = Alternative.Greater;
}
