namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>What holds back the effort of a maker.</summary>
internal enum TrueRegime
{
    /// <summary>Nothing but cost and return.</summary>
    Interior,

    /// <summary>Own money.</summary>
    Liquidity,

    /// <summary>The smallest sensible project.</summary>
    AtMinimum,

    /// <summary>No project pays.</summary>
    ThresholdReturn,

    /// <summary>The smallest project cannot be paid for.</summary>
    ThresholdFinance,
}
