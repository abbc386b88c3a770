using Karkhana.Core.Exchange;

namespace Karkhana.Learning;

/// <summary>The names of the variables that some hypotheses need beside exposures and scores.</summary>
public static class HypothesisVariables
{
    /// <summary>Performance or its change.</summary>
    public const string Performance = Constructs.Performance;

    /// <summary>Level of joint action along the chain.</summary>
    public const string VerticalJointAction = "joint_action_vertical";

    /// <summary>Level of joint action among firms of one stage.</summary>
    public const string HorizontalJointAction = "joint_action_horizontal";

    /// <summary>1 for gatekeepers of the knowledge network, 0 for its other firms.</summary>
    public const string Gatekeeper = "gatekeeper";

    /// <summary>Logarithm of one more than the gatekeepers of the firm's place other than the firm itself, for firms of the network.</summary>
    public const string PlaceGatekeepers = "place_gatekeepers";

    /// <summary>Openness to sources outside the cluster.</summary>
    public const string Openness = "openness";

    /// <summary>Knowledge ties within the cluster.</summary>
    public const string KnowledgeTies = "knowledge_ties";

    /// <summary>Training, in any unit per worker or as a level.</summary>
    public const string Training = "training";

    /// <summary>Workers, or their logarithm, in the first year; where they are not known, capital at start.</summary>
    public const string StartScale = "start_scale";

    /// <summary>1 for firms above the median of absorptive capacity, 0 for the others; not of capability, which is an outcome.</summary>
    public const string Leader = "leader";
}
