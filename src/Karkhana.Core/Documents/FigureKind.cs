namespace Karkhana.Core.Documents;

/// <summary>What a figure draws, with the tables and columns that it reads.</summary>
public enum FigureKind
{
    /// <summary>Points on a base outline. Table <c>points</c>: longitude, latitude, group, size (all but group
    /// numbers). Table <c>links</c>, where it is given, lines below them: from_x, from_y, to_x, to_y (longitude and latitude of the
    /// ends), weight.</summary>
    Map,

    /// <summary>Curves with a global band, dashed pointwise limits and a benchmark. Table <c>curve</c>: distance, estimate,
    /// pointwise_low, pointwise_high, global_low, global_high, benchmark, group. Table <c>marks</c>, where it is given:
    /// distance, label, for notes on the axis such as a peak or a bandwidth.</summary>
    CurveWithBand,

    /// <summary>One dot per row with an interval where there is one. Table <c>dots</c>: term, estimate, conf_low,
    /// conf_high, group.</summary>
    DotPlot,

    /// <summary>A network. Tables <c>nodes</c>: firm, x, y, role, degree; <c>edges</c>: from_x, from_y, to_x,
    /// to_y.</summary>
    Network,

    /// <summary>A grid of shaded cells with numbers. Table <c>cells</c>: row, column, estimate, label.</summary>
    HeatTable,

    /// <summary>Shares as bars, one per row, with intervals where there are. Table <c>bars</c>: term, estimate,
    /// conf_low, conf_high, group.</summary>
    Bars,

    /// <summary>Estimates with intervals and a zero line. Table <c>coefficients</c>: term, estimate, conf_low,
    /// conf_high, model.</summary>
    CoefficientPlot,

    /// <summary>Areas shaded by class on a base outline. Tables <c>areas</c>: group, outline (a text of longitude and
    /// latitude pairs, <c>74.1 32.2, 74.2 32.2, …</c>), label; <c>classes</c>: group, colour.</summary>
    AreaMap,

    /// <summary>Many small drawings of curves that share their axes, such as the category curves of items. Table
    /// <c>curves</c>: x, estimate, group (a curve), panel (a drawing).</summary>
    CurvePanels,

    /// <summary>Where firms and item steps lie on one latent scale (a Wright map). Tables <c>items</c>: term, estimate,
    /// group (the step); <c>persons</c>: low, high (of a class), n.</summary>
    PersonItemMap,

    /// <summary>A network as a grid with a mark for each tie, for networks too large to follow lines in. Tables <c>ties</c>: x (place
    /// of the receiver), y (place of the giver), group; <c>blocks</c>: low, high (first and last place of a part).</summary>
    NetworkMatrix,

    /// <summary>An estimate under many combinations of choices, in order of size, above the choices that made it. Tables
    /// <c>specifications</c>: x (place in the order), estimate, conf_low, conf_high, group (how clear it is); <c>choices</c>: x, term (a choice),
    /// group (the question).</summary>
    SpecificationCurve,

    /// <summary>What is won against what it costs: labelled points with intervals both ways and a line at no gain. Table <c>points</c>:
    /// label, term, x, x_low, x_high, estimate, conf_low, conf_high, group.</summary>
    TradeOff,

    /// <summary>Scores from 0 to 1 on axes that go out from one point, a polygon per group, rings at quarters of full marks. Table
    /// <c>axes</c>: term (the axis), estimate, group.</summary>
    Radar,
}
