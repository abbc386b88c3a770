using System.Text.Json.Serialization;

namespace Karkhana.Methods.Experiments;

/// <summary>How first-order and total Sobol indices are estimated.</summary>
public enum SobolEstimator
{
    /// <summary>Products for the first order, squared differences for the total (Saltelli et al. 2010).</summary>
    Saltelli,

    /// <summary>Squared differences for both (Jansen 1999).</summary>
    Jansen,

    /// <summary>The total from the variance that all other inputs explain (Homma and Saltelli 1996).</summary>
    Homma,

    /// <summary>Products for both (Saltelli 2007).</summary>
    [JsonStringEnumMemberName("saltelli-2007")]
    Saltelli2007,

    /// <summary>Correlations (Martinez 2011).</summary>
    Martinez,
}
