declare module 'virtual:course' {
	const course: import('#lib/course/course.ts').Course;
	export default course;
}
