// The benchmark times the parts of an attempt one by one.
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("enteraxis-bench")]
