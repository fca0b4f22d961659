using Enteraxis.Studies.SedMl;

namespace Enteraxis.Studies.Tests.SedMl;

public sealed class SedRunTests
{
    private const string Index = "<listOfRanges><vectorRange id='i'><value>0.25</value><value>1</value><value>2</value></vectorRange></listOfRanges>", SubCourse = "<listOfSubTasks><subTask order='1' task='t'/></listOfSubTasks>";

    [Theory]
    [InlineData("model.xml")]
    [InlineData("model.ant")]
    public void A_time_course_follows_its_closed_form(string source)
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("t", source: source));
        (SedArray time, SedArray x) = experiment.Report();
        Assert.Equal([9], x.Shape);
        for (int i = 0; i < 9; i++)
        {
            Assert.Equal(0.5 * i, time.Values[i]);
            Assert.Equal(SmallExperiment.At(0.5 * i), x.Values[i], 1e-7);
        }
    }

    [Theory]
    [InlineData("model.xml")]
    [InlineData("model.ant")]
    public void A_changed_attribute_changes_the_model(string source)
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("t", changes: $"<changeAttribute target=\"{SmallExperiment.K}/@value\" newValue='2'/>", source: source));
        Assert.Equal(SmallExperiment.At(4, 2), experiment.Report().X.Values[8], 1e-7);
    }

    [Fact]
    public void A_computed_change_reads_the_model_and_parameters()
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("t", changes: $"<computeChange target=\"{SmallExperiment.K}\"><listOfVariables><variable id='old' target=\"{SmallExperiment.K}\"/></listOfVariables><listOfParameters><parameter id='n' value='3'/></listOfParameters>"
            + "<math xmlns='http://www.w3.org/1998/Math/MathML'><apply><times/><ci>n</ci><ci>old</ci></apply></math></computeChange>"));
        Assert.Equal(SmallExperiment.At(4, 1.5), experiment.Report().X.Values[8], 1e-7);
    }

    [Fact]
    public void Elements_can_be_removed_and_added()
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("t", changes: $"<removeXML target=\"{SmallExperiment.K}\"/><addXML target='/sbml:sbml/sbml:model/sbml:listOfParameters'><newXML><parameter xmlns='http://www.sbml.org/sbml/level3/version2/core' id='k' value='1' constant='false'/></newXML></addXML>"));
        Assert.Equal(SmallExperiment.At(4, 1), experiment.Report().X.Values[8], 1e-7);
    }

    [Fact]
    public void A_steady_state_is_inflow_over_rate()
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("r"));
        Assert.Equal(6, Assert.Single(experiment.Report().X.Values), 1e-9);
    }

    [Fact]
    public void A_repeated_task_starts_anew_for_each_value_of_a_vector()
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("rep", $"<repeatedTask id='rep' range='i' resetModel='true'>{Index}{SmallExperiment.SetK("<ci>i</ci>")}{SubCourse}</repeatedTask>"));
        (SedArray time, SedArray x) = experiment.Report();
        Assert.Equal([3, 9], x.Shape);
        Assert.Equal(["rep", "t"], x.Dimensions);
        double[] k = [0.25, 1, 2];
        for (int r = 0; r < 3; r++)
            for (int i = 0; i < 9; i++) Assert.Equal(SmallExperiment.At(time.Values[9 * r + i], k[r]), x.Values[9 * r + i], 1e-7);
    }

    [Fact]
    public void Functional_ranges_and_columns_of_data_lead_values_too()
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("rep", "<repeatedTask id='rep' range='d' resetModel='true'><listOfRanges><functionalRange id='f' range='d'><math xmlns='http://www.w3.org/1998/Math/MathML'><apply><times/><cn>10</cn><ci>d</ci></apply></math></functionalRange>"
            + $"<dataRange id='d' sourceReference='#factors'/></listOfRanges>{SmallExperiment.SetK("<ci>f</ci>")}<listOfSubTasks><subTask order='1' task='r'/></listOfSubTasks></repeatedTask>"));
        SedArray x = experiment.Report().X;
        Assert.Equal([3, 1], x.Shape);
        Assert.Equal(3, x.Values[0], 1e-8);
        Assert.Equal(0.75, x.Values[2], 1e-8);
    }

    [Fact]
    public void Steps_without_reset_follow_each_other_in_one_dimension_where_asked()
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("rep", "<repeatedTask id='rep' range='i' resetModel='false' concatenate='true'><listOfRanges><uniformRange id='i' start='0' end='3' numberOfSteps='3' type='linear'/></listOfRanges><listOfSubTasks><subTask order='1' task='one'/></listOfSubTasks></repeatedTask>"));
        (SedArray time, SedArray x) = experiment.Report();
        Assert.Equal([0.5, 1, 1.5, 2], time.Values);
        for (int i = 0; i < 4; i++) Assert.Equal(SmallExperiment.At(time.Values[i]), x.Values[i], 1e-7);
    }

    [Fact]
    public void Repetitions_within_repetitions_have_three_dimensions()
    {
        string inner = "<repeatedTask id='in' range='j' resetModel='true'><listOfRanges><uniformRange id='j' start='1' end='4' numberOfSteps='2' type='log'/></listOfRanges>"
            + $"{SmallExperiment.SetK("<apply><times/><ci>i</ci><ci>j</ci></apply>")}{SubCourse}</repeatedTask>";
        using SmallExperiment experiment = new(SmallExperiment.Body("out1", $"{inner}<repeatedTask id='out1' range='i' resetModel='true'>{Index}<listOfSubTasks><subTask order='1' task='in'/></listOfSubTasks></repeatedTask>"));
        SedArray x = experiment.Report().X;
        Assert.Equal([3, 3, 9], x.Shape);
        Assert.Equal(SmallExperiment.At(4, 2 * 4), x.Values[^1], 1e-7);
        Assert.Equal(SmallExperiment.At(4, 0.25 * 2), x.Values[9 + 8], 1e-7);
    }

    [Fact]
    public void Generators_compute_element_by_element_and_over_all_elements()
    {
        string body = SmallExperiment.Body("t").Replace("<ci>b</ci></math>", "<apply><divide/><ci>b</ci><apply><csymbol encoding='text' definitionURL='urn:sedml:function:max'>max</csymbol><ci>b</ci></apply></apply></math>", StringComparison.Ordinal);
        using SmallExperiment experiment = new(body);
        double[] x = experiment.Report().X.Values;
        Assert.Equal(1, x[8], 1e-12);
        Assert.Equal(SmallExperiment.At(1) / SmallExperiment.At(4), x[2], 1e-7);
    }

    [Fact]
    public void A_variable_can_be_averaged_over_the_rounds()
    {
        string body = SmallExperiment.Body("rep", $"<repeatedTask id='rep' range='i' resetModel='true'>{Index}{SmallExperiment.SetK("<ci>i</ci>")}{SubCourse}</repeatedTask>")
            .Replace("<variable id='b'", "<variable id='b' dimensionTerm='urn:sedml:function:mean'", StringComparison.Ordinal).Replace("taskReference='rep'/></listOfVariables><math xmlns='http://www.w3.org/1998/Math/MathML'><ci>b", "taskReference='rep'><listOfAppliedDimensions><appliedDimension target='rep'/></listOfAppliedDimensions></variable></listOfVariables><math xmlns='http://www.w3.org/1998/Math/MathML'><ci>b", StringComparison.Ordinal);
        using SmallExperiment experiment = new(body);
        SedArray x = experiment.Report().X;
        Assert.Equal([9], x.Shape);
        Assert.Equal((SmallExperiment.At(1, 0.25) + SmallExperiment.At(1, 1) + SmallExperiment.At(1, 2)) / 3, x.Values[2], 1e-7);
    }

    [Theory]
    [InlineData("KISAO:0000019", "CVODE")]
    [InlineData("KISAO:0000087", "Dormand-Prince")]
    [InlineData("KISAO:0099999", "not known here")]
    public void An_algorithm_that_is_not_ours_runs_the_nearest_with_a_warning(string kisao, string part)
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("t", algorithm: kisao));
        SedResult result = experiment.Run();
        Assert.Contains(part, Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(SmallExperiment.At(4), result.Reports[0].Columns[1].Values.Values[8], 1e-6);
    }

    [Fact]
    public void A_report_is_a_table_with_the_rounds_in_front()
    {
        using SmallExperiment experiment = new(SmallExperiment.Body("rep", $"<repeatedTask id='rep' range='i' resetModel='true'>{Index}{SmallExperiment.SetK("<ci>i</ci>")}{SubCourse}</repeatedTask>"));
        string[] lines = SedReportWriter.Tsv(experiment.Run().Reports[0]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("round of rep\ttime\tx", lines[0]);
        Assert.Equal(28, lines.Length);
        Assert.StartsWith("3\t4\t1.5", lines[27], StringComparison.Ordinal);
    }
}
