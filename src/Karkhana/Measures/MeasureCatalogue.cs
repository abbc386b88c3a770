using Karkhana.Core.Measures;
using Karkhana.Methods.Concentration;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Networks;
using Karkhana.Methods.Psychometrics;
using Karkhana.Methods.Spatial;

namespace Karkhana.Measures;

/// <summary>The one place where measures are registered.</summary>
public static class MeasureCatalogue
{
    /// <summary>Gets all measures by id.</summary>
    public static MeasureRegistry All { get; } = new(
    [
        BetaConvergenceMeasure.Definition,
        ClusterIndexMeasure.Definition,
        CoOccurrenceMeasure.Definition,
        CoagglomerationGroupMeasure.Definition,
        CoagglomerationMeasure.Definition,
        ColocationIndexMeasure.Definition,
        DevereuxMeasure.Definition,
        EconomicComplexityMeasure.Definition,
        EllisonGlaeserMeasure.Definition,
        EntryExitMeasure.Definition,
        HooverGiniKrugmanMeasure.Definition,
        IndustryLocalisationMeasure.Definition,
        InequalityMeasure.Definition,
        LocationQuotientMeasure.Definition,
        MethodOfReflectionsMeasure.Definition,
        RegionalSpecialisationMeasure.Definition,
        RelatednessDensityMeasure.Definition,
        RelatednessMeasure.Definition,
        RevealedComparativeAdvantageMeasure.Definition,
        ShiftShareMeasure.Definition,
        SigmaConvergenceMeasure.Definition,
        StandardisedLocationQuotientMeasure.Definition,
        TheilDecompositionMeasure.Definition,
        VarietyMeasure.Definition,
        ClusterRobustRegressionMeasure.Definition,
        OrdinaryLeastSquaresMeasure.Definition,
        CohesionMeasure.Definition,
        DegreeCentralityMeasure.Definition,
        CapabilityIndexMeasure.Definition,
        CapabilityLadderMeasure.Definition,
        CronbachAlphaMeasure.Definition,
        BivariateMoranMeasure.Definition,
        ClarkEvansMeasure.Definition,
        ContiguityWeightsMeasure.Definition,
        CorrelogramMeasure.Definition,
        CrossKMeasure.Definition,
        CurveTestMeasure.Definition,
        DbscanMeasure.Definition,
        DiggleChetwyndDMeasure.Definition,
        DistanceMeasure.Definition,
        DistanceWeightsMeasure.Definition,
        EmpiricalBayesMoranMeasure.Definition,
        EnvelopeMeasure.Definition,
        EnvelopeTestMeasure.Definition,
        GearyCMeasure.Definition,
        GetisOrdGMeasure.Definition,
        GraphWeightsMeasure.Definition,
        HdbscanMeasure.Definition,
        InhomogeneousKMeasure.Definition,
        JoinCountMeasure.Definition,
        KdFunctionEnvelopeMeasure.Definition,
        KdFunctionMeasure.Definition,
        KernelDensityMeasure.Definition,
        LeeLMeasure.Definition,
        LocalGMeasure.Definition,
        LocalGearyMeasure.Definition,
        LocalHeteroscedasticityMeasure.Definition,
        LocalMoranMeasure.Definition,
        LocalPermutationMeasure.Definition,
        MDensityFunctionMeasure.Definition,
        MFunctionEnvelopeMeasure.Definition,
        MFunctionMeasure.Definition,
        MarkWeightedKMeasure.Definition,
        MoranIMeasure.Definition,
        MoranPermutationMeasure.Definition,
        MoranTestMeasure.Definition,
        NearestNeighbourDistributionMeasure.Definition,
        NearestNeighbourMeasure.Definition,
        PairCorrelationMeasure.Definition,
        QuadratTestMeasure.Definition,
        RipleyKMeasure.Definition,
        WeightsCodingMeasure.Definition,
    ]);
}
