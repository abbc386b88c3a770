using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Methods.Networks;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the regression on peers.</summary>
public sealed record PeerEffectsRegressionOptions
{
    /// <summary>Gets the model of the own terms; the peers' terms are added.</summary>
    /// <value>Required.</value>
    [Description("Outcome, terms, intercept, categorical (column with its base level); the means of the terms over peers are added.")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets who counts as a peer.</summary>
    /// <value>Those that the ties of the node go to unless set.</value>
    [Description("Who counts as a peer: receivers (those that the ties of the node go to), givers or either.")]
    public PeerDirection Direction { get; init; } = PeerDirection.Receivers;

    /// <summary>Gets a value indicating whether ties weigh by their value, which must be above zero.</summary>
    /// <value>False unless set: every tie weighs 1.</value>
    [Description("Weigh peers by the value of the tie; false: all alike.")]
    public bool ValuedTies { get; init; }

    /// <summary>Gets a value indicating whether an effect common to each connected part of the network is taken out.</summary>
    /// <value>False unless set; it needs the rank of {I, G, G², G³} to be 4.</value>
    [Description("Take out an effect that is common to each connected part of the network.")]
    public bool ComponentEffects { get; init; }

    /// <summary>Gets the covariance estimator.</summary>
    /// <value>Null unless set: cluster when the sample has clusters, else hc1.</value>
    [Description("Covariance estimator; null: cluster when the sample has clusters, else hc1.")]
    public TwoStageCovariance? Covariance { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
