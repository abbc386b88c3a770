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
        EllisonGlaeserMeasure.Definition,
        EntryExitMeasure.Definition,
        HooverGiniKrugmanMeasure.Definition,
        IndustryLocalisationMeasure.Definition,
        InequalityMeasure.Definition,
        LocationQuotientMeasure.Definition,
        RegionalSpecialisationMeasure.Definition,
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
        ClarkEvansMeasure.Definition,
        CrossKMeasure.Definition,
        CurveTestMeasure.Definition,
        DiggleChetwyndDMeasure.Definition,
        EnvelopeMeasure.Definition,
        EnvelopeTestMeasure.Definition,
        InhomogeneousKMeasure.Definition,
        KdFunctionEnvelopeMeasure.Definition,
        KdFunctionMeasure.Definition,
        KernelDensityMeasure.Definition,
        MDensityFunctionMeasure.Definition,
        MFunctionEnvelopeMeasure.Definition,
        MFunctionMeasure.Definition,
        MarkWeightedKMeasure.Definition,
        NearestNeighbourDistributionMeasure.Definition,
        NearestNeighbourMeasure.Definition,
        PairCorrelationMeasure.Definition,
        QuadratTestMeasure.Definition,
        RipleyKMeasure.Definition,
    ]);
}
