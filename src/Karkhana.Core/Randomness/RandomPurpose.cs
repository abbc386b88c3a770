namespace Karkhana.Core.Randomness;

/// <summary>What a random number is for; part of its address.</summary>
/// <remarks>Numbers are stable and never reused: a new purpose takes the next one, so that old results can be
/// recomputed.</remarks>
public enum RandomPurpose
{
    /// <summary>Tests and examples.</summary>
    Example = 0,

    /// <summary>Marks change places over fixed locations.</summary>
    RandomLabelling = 1,

    /// <summary>Observations are drawn with replacement.</summary>
    Bootstrap = 2,

    /// <summary>Starting positions of a network drawing.</summary>
    NetworkLayout = 3,

    /// <summary>Places and attributes of firms that do not exist.</summary>
    SyntheticFirms = 4,

    /// <summary>Ties between firms that do not exist.</summary>
    SyntheticTies = 5,

    /// <summary>Answers of firms that do not exist.</summary>
    SyntheticAnswers = 6,

    /// <summary>Regime shares resampled over firms.</summary>
    RegimeBootstrap = 7,

    /// <summary>Hostile input made for tests.</summary>
    Fuzz = 8,

    /// <summary>Draws of a firm's score from what its answers leave open.</summary>
    PlausibleValues = 9,

    /// <summary>Resampling of firms for the ranking of levers.</summary>
    LeverBootstrap = 10,

    /// <summary>Draws of true scores given the other variables of a regression.</summary>
    TrueScores = 11,

    /// <summary>Points are put on sites drawn among those of all points.</summary>
    RandomLocation = 12,

    /// <summary>Points of one type stay; those of the others change places.</summary>
    PopulationIndependence = 13,

    /// <summary>Values change places over fixed units.</summary>
    ValuePermutation = 14,

    /// <summary>Values of the other units change places, that of one unit stays.</summary>
    ConditionalPermutation = 15,

    /// <summary>One order of all sites, whose beginnings are the draws of every industry.</summary>
    NestedSites = 16,

    /// <summary>Points thrown on a window.</summary>
    RandomPosition = 17,

    /// <summary>Where a search for estimates starts.</summary>
    StartingValues = 18,

    /// <summary>The order in which nodes are moved between parts of a network, and where a search starts.</summary>
    NetworkPartition = 19,

    /// <summary>Firms leave a network.</summary>
    FirmRemoval = 20,

    /// <summary>Respondents are taken out of a network.</summary>
    RespondentDeletion = 21,

    /// <summary>Signs and weights of whole clusters of residuals.</summary>
    WildClusterSigns = 22,

    /// <summary>The parts of a sample on which nuisance models are fitted in turn, and labels of places that change places.</summary>
    CrossFitting = 23,

    /// <summary>Values that a mediator might have taken.</summary>
    MediatorDraws = 24,

    /// <summary>Signs whose quadratic forms estimate the trace of a large matrix.</summary>
    TraceProbes = 25,

    /// <summary>Draws of the parameters of a spatial model, for the errors of what follows from them.</summary>
    ImpactDraws = 26,

    /// <summary>Outcomes of studies that are being planned.</summary>
    SimulatedOutcomes = 27,

    /// <summary>Coefficients of several equations are drawn together, for products of them.</summary>
    ChannelPaths = 28,

    /// <summary>Firms or places are resampled for shares of explained variance.</summary>
    ExplainedVariance = 29,

    /// <summary>What is assumed of the effort problem is varied.</summary>
    RegimeAssumptions = 30,

    /// <summary>Signs of the influences of whole units on an estimate.</summary>
    InfluenceSigns = 31,

    /// <summary>Links of a ring that are laid anew.</summary>
    NetworkRewiring = 41,

    /// <summary>What agents know at the start, and whom and what they trade.</summary>
    KnowledgeBarter = 42,

    /// <summary>What firms of an industry find, copy and found.</summary>
    IndustryDraws = 43,

    /// <summary>When the next one adopts.</summary>
    AdoptionTimes = 44,

    /// <summary>Where entrants of an urn settle, and how firms grow by chance alone.</summary>
    LocationAndGrowth = 45,

    /// <summary>How much a firm values capability beyond what its place gives.</summary>
    IncentiveOfFirm = 46,

    /// <summary>Demand of a product in a quarter.</summary>
    DemandShock = 47,

    /// <summary>Whom a firm asks for knowledge in a quarter.</summary>
    KnowledgePartner = 48,

    /// <summary>A skilled worker leaves a firm, and where to.</summary>
    WorkerMove = 49,

    /// <summary>Which firms are asked to act together, and who accepts.</summary>
    JointActionProposal = 50,

    /// <summary>Whether a joint action succeeds.</summary>
    JointActionOutcome = 51,

    /// <summary>The growth of a firm in a quarter.</summary>
    GrowthShock = 52,

    /// <summary>Whether a firm is founded in a quarter, and with what.</summary>
    FirmEntry = 53,

    /// <summary>Where a new firm settles.</summary>
    EntryLocation = 54,

    /// <summary>A tie begins or ends.</summary>
    TieChange = 55,

    /// <summary>Whether a firm that is offered a policy takes part.</summary>
    PolicyTakeUp = 56,

    /// <summary>Who is reached first, and whether delivery happens.</summary>
    PolicyDelivery = 57,

    /// <summary>Whom an event of a scenario meets.</summary>
    ScenarioEvent = 58,

    /// <summary>Firms of a synthetic population.</summary>
    SyntheticPopulation = 59,

    /// <summary>Parameters of a model drawn from what is believed of them.</summary>
    ParameterDraw = 60,

    /// <summary>How an accepted set of parameters is moved.</summary>
    CalibrationMove = 61,

    /// <summary>Firms whose single histories are shown.</summary>
    FirmHistory = 62,
    /// <summary>Bits by which all points of a low-discrepancy sequence are shifted.</summary>
    DigitalShift = 32,

    /// <summary>Orders of the strata of a Latin hypercube and places within them, and exchanges between its points.</summary>
    LatinHypercube = 33,

    /// <summary>Where a trajectory through the inputs of a model starts, and the order of its steps.</summary>
    ScreeningTrajectory = 34,

    /// <summary>Phases of the curves along which inputs swing.</summary>
    SearchCurvePhase = 35,
    /// <summary>The parts of a sample that a cross-validation leaves out in turn.</summary>
    CrossValidation = 37,
}
