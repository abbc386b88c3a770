using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;

namespace Karkhana.Core.Policies;

/// <summary>A policy as data (framework 4.2): who may take part, who does, what it moves, when, at what cost and how it fails.</summary>
/// <remarks>
/// Time is in quarters from the end of the burn-in. The share of full delivery that a firm receives in quarter t after it
/// joined is ramp(t) × decay(t): zero for <see cref="OnsetLag"/> quarters, then a straight rise over <see cref="OnsetRamp"/>
/// quarters, full while the policy runs, and halved every <see cref="HalfLife"/> quarters from its end, for all firms alike.
/// </remarks>
public sealed record Intervention
{
    /// <summary>Gets the id: <c>P02</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name that people read.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the channels of learning that it acts on; none for doing nothing.</summary>
    public IReadOnlyList<LearningChannel> Channels { get; init; } = [];

    /// <summary>Gets the first quarter of delivery.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public int Start { get; init => field = Require.Between(value, 0, int.MaxValue); }

    /// <summary>Gets the quarter in which delivery ends.</summary>
    /// <value>After the start; without end unless set.</value>
    public int End { get; init => field = Require.Between(value, 0, int.MaxValue); } = int.MaxValue;

    /// <summary>Gets who may take part, judged at the start.</summary>
    public FirmCondition Eligibility { get; init; } = FirmCondition.Everyone;

    /// <summary>Gets how it reaches firms.</summary>
    public Delivery Delivery { get; init; } = new();

    /// <summary>Gets how likely an eligible firm that is reached takes part.</summary>
    public TakeUp TakeUp { get; init; } = new();

    /// <summary>Gets what full delivery moves.</summary>
    public IReadOnlyList<Dose> Doses { get; init; } = [];

    /// <summary>Gets the firms from outside that the policy brings (P16), the one lever that adds capability to the cluster.</summary>
    /// <remarks>They come <see cref="OnsetLag"/> quarters after the start, each unless delivery fails (<see cref="NonDelivery"/>).</remarks>
    public IReadOnlyList<AnchorFirm> Anchors { get; init; } = [];

    /// <summary>Gets the quarters between joining and the first effect.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public int OnsetLag { get; init => field = Require.Between(value, 0, 10_000); }

    /// <summary>Gets the quarters over which the effect rises to its full size.</summary>
    /// <value>Zero or greater; 0, at once, unless set.</value>
    public int OnsetRamp { get; init => field = Require.Between(value, 0, 10_000); }

    /// <summary>Gets the quarters in which half of the effect is lost once delivery has ended.</summary>
    /// <value>Positive or infinite; infinite unless set.</value>
    public double HalfLife { get; init => field = Require.Between(value, 1e-9, double.PositiveInfinity); } = double.PositiveInfinity;

    /// <summary>Gets what it costs.</summary>
    public PolicyCost Cost { get; init; } = new();

    /// <summary>Gets the share of a firm's dose that each partner receives, once whatever the number of ties to it.</summary>
    /// <value>From 0 to 1; 0 unless set.</value>
    public double SpilloverShare { get; init => field = Require.Between(value, 0, 1); }

    /// <summary>Gets the probability that the delivery to a firm (or its group) does not happen, or that a firm from outside does not come.</summary>
    /// <value>From 0 to 1; 0 unless set.</value>
    public double NonDelivery { get; init => field = Require.Between(value, 0, 1); }

    /// <summary>Gets the share of the places that go to the tenth of the eligible firms with most workers.</summary>
    /// <value>From 0 to 1; 0, nothing is captured, unless set.</value>
    public double CaptureShare { get; init => field = Require.Between(value, 0, 1); }

    /// <summary>Gets a value indicating whether this is the baseline of doing nothing.</summary>
    public bool IsBaseline => Doses.Count == 0 && Anchors.Count == 0;
}
