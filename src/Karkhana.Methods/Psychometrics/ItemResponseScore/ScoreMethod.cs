namespace Karkhana.Methods.Psychometrics;

/// <summary>How a score is taken from the answers.</summary>
public enum ScoreMethod
{
    /// <summary>Mean of the posterior (expected a posteriori).</summary>
    Eap,

    /// <summary>Mode of the posterior (maximum a posteriori).</summary>
    Map,

    /// <summary>Mode of the likelihood; infinite for an extreme pattern.</summary>
    Ml,

    /// <summary>Warm's weighted likelihood: finite for every pattern, bias of order 1/n taken out.</summary>
    Wle,
}
